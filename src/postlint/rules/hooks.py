"""The mark that a pack's hooks carry: pluggy's, which is loaded for packs that are not ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

PROJECT: Final = "postlint"

if TYPE_CHECKING:
    import pluggy

    hookimpl = pluggy.HookimplMarker(PROJECT)
else:

    def hookimpl(function: Any = None, **how: Any) -> Any:
        """Mark a hook as `pluggy.HookimplMarker` does; what else is said of it, pluggy reads."""
        if function is None or how:
            import pluggy  # noqa: PLC0415  # few hooks wrap others

            return pluggy.HookimplMarker(PROJECT)(function, **how)
        function.postlint_impl = {}
        return function
