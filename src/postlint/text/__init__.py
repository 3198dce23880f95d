"""What is true of any text: spans, lines, decoding, files, lazy patterns."""
