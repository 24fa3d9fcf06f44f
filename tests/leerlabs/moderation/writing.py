"""Posts to be moderated."""

from leerlabs.models import Post, Thread


def post_by(author, leerlab, *, text="Een bericht.", title="Een gesprek", others=1, hidden_at=None):
    """The first post of a thread by ``author``, with so many more posts below it."""
    thread = Thread.objects.create(leerlab=leerlab, title=title, author=author, post_count=1 + others)
    first = Post.objects.create(
        thread=thread, number=1, author=author, source=text, body=f"<p>{text}</p>", hidden_at=hidden_at
    )
    for number in range(2, 2 + others):
        Post.objects.create(thread=thread, number=number, author=None, source="x", body="<p>x</p>")
    return first
