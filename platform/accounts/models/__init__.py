"""People: who signs in, and who content points at."""

from accounts.models.person import Person, Role
from accounts.models.user import User

__all__ = ["Person", "Role", "User"]
