"""What the forms share in which members write pages outside the admin: plain text for rich text, merging what editors
and a member changed, crediting, and following the editors' workflow."""
