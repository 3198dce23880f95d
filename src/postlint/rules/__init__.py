"""The kit every rule is written with, ours and others'."""
