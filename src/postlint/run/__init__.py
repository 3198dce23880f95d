"""Many files: settings of each, search, git, processes, caches, limits."""
