"""Reads web pages and fragments of them."""
