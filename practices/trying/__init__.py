"""Ik probeer dit: a member tries what a practice example tells, and says later whether it helped."""
