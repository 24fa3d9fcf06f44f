"""Demo content of the learning community: invented members, four Leerlabs and what is said in them."""
