"""House rules: rules written in TOML, without Python."""
