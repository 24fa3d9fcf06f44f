"""People: who signs in, what they tell about themselves, and who content points at."""

from accounts.models.claim import ClaimState, PersonClaim
from accounts.models.person import Person, Role
from accounts.models.profile import Profile
from accounts.models.session import Session
from accounts.models.suspension import Suspension
from accounts.models.user import User
from accounts.models.visibility import Visibility

__all__ = ["ClaimState", "Person", "PersonClaim", "Profile", "Role", "Session", "Suspension", "User", "Visibility"]
