"""Named tuples that cost a start little, and how they are made where thousands are.

`NamedTuple` is that of `typing`, and to type checkers the very same. `typing` writes and
compiles a function for each class and looks at each annotation, which for a hundred classes
took a seventh of a start of the command; here a class shares what named tuples do, and gets
a function that makes its objects when it has made some. Annotations are let be.

Calling such a class runs a function in Python that fills in what was left out.
`record(Span, (start, end))` gives the same `Span` in three fifths of the time: every field
in its order, none left out (`docs/decisions/0010-records-are-named-tuples.md`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

record: Final = tuple.__new__

if TYPE_CHECKING:
    from typing import NamedTuple

    __all__ = ["NamedTuple", "record"]
else:
    try:
        from _collections import _tuplegetter
    except ImportError:  # another Python, which `collections` does without it too
        from operator import itemgetter

        def _tuplegetter(at, doc):
            return property(itemgetter(at), doc=doc)

    # Most classes make a handful of objects in a check, for which a function does not pay.
    _FEW = 16
    _made = {}

    class _Record(tuple):
        """What all named tuples do."""

        __slots__ = ()
        _fields = ()
        _field_defaults = {}  # noqa: RUF012  # as `typing` has it

        def __new__(cls, *given, **named):
            owner = next(each for each in cls.__mro__ if "_fields" in each.__dict__)
            _made[owner] = _made.get(owner, 0) + 1
            rest = owner._fields[len(given) :]
            values = owner._field_defaults | named
            if (
                _made[owner] > _FEW
                or len(given) > len(owner._fields)
                or values.keys() != owner._field_defaults.keys() | set(rest)
                or not named.keys() <= set(rest)
            ):  # many, or what does not fit, which that function refuses in Python's words
                owner.__new__ = staticmethod(_maker(owner))
                return owner.__new__(cls, *given, **named)
            return tuple.__new__(cls, (*given, *map(values.get, rest)))

        @classmethod
        def _make(cls, iterable):
            made = tuple.__new__(cls, iterable)
            if len(made) != len(cls._fields):
                raise TypeError(f"{cls.__name__} has {len(cls._fields)} fields, not {len(made)}")
            return made

        def _replace(self, /, **changes):
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise ValueError(f"{type(self).__name__} has no {next(iter(changes))!r}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            shown = map("{}={!r}".format, self._fields, self)
            return f"{type(self).__name__}({', '.join(shown)})"

        def __getnewargs__(self):
            return tuple(self)

    def annotations_in(body):
        """Return the annotations of a class's body, which Python 3.14 works out when asked."""
        annotations = body.get("__annotations__")
        if annotations is None and (make := body.get("__annotate_func__")) is not None:
            from annotationlib import Format, call_annotate_function  # noqa: PLC0415  # only there

            annotations = call_annotate_function(make, Format.FORWARDREF)
        return annotations or {}

    class _Reading(type):
        """Reads the body of a named tuple; the class that it makes is one like any other."""

        def __new__(cls, name, bases, body):
            fields = tuple(annotations_in(body))
            defaults = {field: body[field] for field in fields if field in body}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"{name} has a field without a default behind one that has one")
            getters = {field: _tuplegetter(at, None) for at, field in enumerate(fields)}
            body |= {"__slots__": (), "__match_args__": fields, "_fields": fields, **getters}
            body["_field_defaults"] = defaults
            return type(name, (_Record, *bases[1:]), body)

    # A class with it for its base is made by `_Reading`, which leaves it out.
    _TEMPLATE = type.__new__(_Reading, "NamedTuple", (), {})

    class _NamedTuple:
        """What classes name as their base."""

        def __mro_entries__(self, bases):
            return (_TEMPLATE,)

    NamedTuple = _NamedTuple()

    def _maker(kind):
        """Return the function that makes objects of a class, with its fields for parameters."""
        fields = ", ".join(kind._fields)
        new = eval(  # noqa: S307  # names of fields, which Python has taken for names
            f"lambda _kind, {fields}: _new(_kind, ({fields}, ))",
            {"_new": tuple.__new__, "__builtins__": {}},
        )
        new.__defaults__ = tuple(kind._field_defaults.values())
        new.__name__, new.__qualname__ = "__new__", f"{kind.__qualname__}.__new__"
        return new
