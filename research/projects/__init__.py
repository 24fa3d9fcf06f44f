"""The Onderwijskennis Netwerk Amsterdam: project lines, partners, researchers."""
