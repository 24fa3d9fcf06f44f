"""Numbers of posts, and pages of a thread by number."""

from __future__ import annotations

from django.urls import reverse

from leerlabs.models import Post, Thread

#: Posts on one page of a thread.
PAGE_LENGTH = 20


def locked(thread_id: int) -> Thread:
    """The thread, held until the end of the transaction: two posts at once get two numbers, one after the other.

    Raises Thread.DoesNotExist. (SQLite holds the whole database from the start of a writing transaction.)
    """
    return Thread.objects.select_for_update(of=("self",)).select_related("leerlab").get(pk=thread_id)


def page_of(number: int) -> int:
    """The page on which the post of this number stands."""
    return (max(number, 1) - 1) // PAGE_LENGTH + 1


def numbers_on(page: int) -> tuple[int, int]:
    """First and last number on a page; a range of the index, however far into the thread."""
    return (page - 1) * PAGE_LENGTH + 1, page * PAGE_LENGTH


def page_count(thread: Thread) -> int:
    """How many pages the thread has; at least one."""
    return page_of(thread.post_count)


def post_url(thread: Thread, number: int) -> str:
    """Where a post stands. Read ``thread.leerlab`` along."""
    page = page_of(number)
    return f"{thread.get_absolute_url()}{f'?pagina={page}' if page > 1 else ''}#bericht-{number}"


def permanent_url(post: Post) -> str:
    """An address of a post that stays right when it is moved. Read ``thread__leerlab`` along."""
    return reverse("leerlabs:post", args=[post.thread.leerlab.slug, post.thread_id, post.pk])
