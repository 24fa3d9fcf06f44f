"""How many of everything there are, and how they are spread: the same for the same sizes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from editorial.demonstration.identity import at_clock
from leerlabs.demo.labs import OPENED

LABS = 10
#: The longest thread has this share of all posts, and at least so many: three pages, also when there are few.
_LONGEST_SHARE, _LONGEST_AT_LEAST = 100, 60
_YEAR = timedelta(days=250)


@dataclass(frozen=True, slots=True)
class Sizes:
    """What is asked for. Raises ValueError when it cannot be spread."""

    posts: int
    threads: int
    members: int

    def __post_init__(self) -> None:
        if self.members < 1 or self.threads < 2 or self.posts < self.longest + self.threads - 1:
            raise ValueError(
                f"at least one member, two threads, and a post a thread besides {self.longest} in the longest"
            )

    @property
    def longest(self) -> int:
        """Posts in the first thread."""
        return max(_LONGEST_AT_LEAST, self.posts // _LONGEST_SHARE)

    def posts_in(self, thread: int) -> int:
        """Posts in the thread of this number, counted from nought."""
        if thread == 0:
            return self.longest
        rest, others = self.posts - self.longest, self.threads - 1
        return rest * thread // others - rest * (thread - 1) // others

    def lab_of(self, thread: int) -> int:
        """Half of the threads are in the first Leerlab, so that one is as large as one can be."""
        return 0 if thread % 2 == 0 else 1 + thread // 2 % (LABS - 1)

    def author_of(self, thread: int, post: int) -> int:
        """The member who wrote it: some write much, most now and then."""
        spread = (thread * 31 + post * 17) % self.members
        return spread * spread // self.members if post % 2 else spread

    def moment_of(self, thread: int, post: int) -> datetime:
        """When it was written: threads one after the other through a year, posts some hours apart."""
        begun = at_clock(OPENED, time(9, 0)) + _YEAR * thread / self.threads
        return begun + timedelta(hours=3, minutes=thread % 60) * post / (1 + self.posts_in(thread) // 50)
