"""Who brings rules: hooks, discovery, selection, house rules, new packs."""
