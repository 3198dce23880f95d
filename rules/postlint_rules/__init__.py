"""Our own rule packs, one family a folder; they come in by the door everyone uses."""
