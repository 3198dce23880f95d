"""Readers: one kind of source each, yielding the terminals of the grammar."""
