"""What members make for the editors outside the admin, one machine for all rooms: steps, saving, merging with what the
editors changed, remarks, news, files, crediting, and the editors' workflow."""
