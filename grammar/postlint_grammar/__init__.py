"""The grammar of a posting, as a data file: `posting.lark`."""
