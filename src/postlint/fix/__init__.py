"""Fixes settled in a text, and made in a file."""
