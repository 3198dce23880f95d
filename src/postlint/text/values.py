"""attrs, without the methods that it writes and compiles for every class.

`frozen`, `define`, `field`, `Factory` and `evolve` mean here what they mean to attrs, and to
type checkers are attrs's own. attrs writes methods for each class, which took a fifth of a
start of the command; these classes share the few functions below. To attrs the classes are
its own as well: `attrs.fields`, `attrs.evolve`, `attrs.asdict` and cattrs take them, and attrs
is not loaded before somebody asks. What is made by the thousand is a named tuple
(`docs/decisions/0010-records-are-named-tuples.md`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attrs import Factory, define, evolve, field, frozen

    __all__ = ["Factory", "define", "evolve", "field", "frozen"]
else:
    from postlint.text.records import annotations_in

    _NOTHING = object()

    class Factory:
        """How the default of a field is made, of the value itself with `takes_self`."""

        def __init__(self, make, takes_self=False):  # as attrs has it
            self.make, self.takes_self = make, takes_self

    class _Field:
        """What a class says of one field."""

        name = given_as = ""

        def __init__(self, default=_NOTHING, init=True, repr=True, eq=True, **options):  # noqa: A002  # as attrs has it
            self.default, self.init, self.repr, self.eq = default, init, repr, eq
            self.validator = options.get("validator")
            self.converter = options.get("converter")
            self.kw_only = options.get("kw_only", False)

        def is_plain(self):
            """Say whether the field holds what was given, or else its default, and no more."""
            made = self.default is _NOTHING or isinstance(self.default, Factory)
            return not (made or self.converter or self.validator)

        def complete(self, value, held):
            """Make what was not given, and look at what was."""
            if self.name not in held:
                if isinstance(self.default, Factory):
                    own = [value] if self.default.takes_self else []
                    held[self.name] = self.default.make(*own)
                elif self.default is not _NOTHING:
                    held[self.name] = self.default
                elif self.init:
                    raise TypeError(f"{type(value).__name__} is not given its {self.given_as!r}")
            if self.converter is not None and self.name in held:
                held[self.name] = self.converter(held[self.name])
            if self.validator is not None:
                self.validator(value, self, held[self.name])

        def to_attrs(self, attrs, kind):
            """Return the same as attrs has it."""
            default = self.default
            if isinstance(default, Factory):
                default = attrs.Factory(default.make, takes_self=default.takes_self)
            return attrs.field(
                default=attrs.NOTHING if default is _NOTHING else default,
                init=self.init,
                repr=self.repr,
                eq=self.eq,
                validator=self.validator,
                converter=self.converter,
                alias=self.given_as,
                kw_only=self.kw_only,
                type=kind,
            )

    class _WorkedOut:
        """What attrs would say of a class it had made: worked out when somebody looks for it."""

        def __init__(self, name, answer):
            self.name, self.answer = name, answer

        def __get__(self, _, owner):
            import attrs  # noqa: PLC0415  # that it is not loaded before is the point

            if owner.__init__ is not _init:
                return None
            kinds = {name: kind for each in owner.__mro__[::-1] for name, kind in _annotated(each)}
            fields = {
                name: each.to_attrs(attrs, kinds[name])
                for name, each in owner._fields_by_name.items()
            }
            answer = self.answer(attrs.make_class(owner.__name__, fields))
            setattr(owner, self.name, answer)
            return answer

    def _attributes(made):
        import attrs  # noqa: PLC0415  # as above

        return attrs.fields(made)

    def _signature(made):
        import inspect  # noqa: PLC0415  # whoever asks has it

        return inspect.signature(made)

    def _annotated(cls):
        return annotations_in(cls.__dict__).items()

    def field(*, factory=None, **options):
        """Say more of a field than its default."""
        return _Field(**options) if factory is None else _Field(Factory(factory), **options)

    def define(cls=None, *, frozen=False, eq=True, repr=True, kw_only=False, **_):  # noqa: A002  # as attrs has it
        """Let a class hold what its annotations say; how attrs would lay it out is no matter."""
        if cls is None:
            return lambda cls: define(cls, frozen=frozen, eq=eq, repr=repr, kw_only=kw_only)
        cls._fields_by_name = fields = dict(getattr(cls, "_fields_by_name", {}))
        for name, kind in _annotated(cls):
            if "ClassVar" in str(kind):
                continue
            default = cls.__dict__.get(name, _NOTHING)
            if isinstance(default, _Field):
                delattr(cls, name)
            fields[name] = each = default if isinstance(default, _Field) else _Field(default)
            each.name, each.given_as = name, name.lstrip("_")
            each.kw_only = each.kw_only or kw_only
        cls._given = {each.given_as: name for name, each in fields.items() if each.init}
        plain = {name: each for name, each in fields.items() if each.is_plain()}
        cls._usual = {name: each.default for name, each in plain.items()}
        cls._special = tuple(each for name, each in fields.items() if name not in plain)
        cls.__match_args__ = tuple(
            each.name for each in fields.values() if each.init and not each.kw_only
        )
        cls.__attrs_attrs__ = _WorkedOut("__attrs_attrs__", _attributes)
        cls.__signature__ = _WorkedOut("__signature__", _signature)
        cls.__init__ = _init
        if repr:
            cls.__repr__ = _repr
        if eq:
            cls.__eq__ = _eq
            cls.__hash__ = _hash if frozen else None
        if frozen:
            cls.__setattr__ = cls.__delattr__ = _refuse
        return cls

    def frozen(cls=None, **options):
        """Do as `define`, for values that stay as they were made."""
        return define(cls, frozen=True, **options)

    def evolve(value, **changes):
        """Return a value with others in some of its fields."""
        kind = type(value)
        plain = changes.keys() <= kind._usual.keys() and len(kind._given) == len(
            kind._fields_by_name
        )
        if plain and not hasattr(kind, "__attrs_post_init__"):
            # Nothing is worked out of fields that hold what they are given.
            made = object.__new__(kind)
            made.__dict__.update({name: getattr(value, name) for name in kind._fields_by_name})
            made.__dict__.update(changes)
            return made
        for name, each in value._fields_by_name.items():
            if each.init:
                changes.setdefault(each.given_as, getattr(value, name))
        return type(value)(**changes)

    def _init(self, *in_order, **given):
        kind, held = type(self), self.__dict__
        if in_order:
            first = dict(zip(kind.__match_args__, in_order, strict=False))
            if len(first) < len(in_order) or first.keys() & given.keys():
                raise TypeError(
                    f"{kind.__name__} takes {', '.join(kind.__match_args__)}, each once"
                )
            given |= first
        if not given.keys() <= kind._given.keys():
            odd = next(name for name in given if name not in kind._given)
            raise TypeError(f"{kind.__name__} has no {odd!r}")
        held.update(kind._usual)
        for name, value in given.items():
            held[kind._given[name]] = value
        for each in kind._special:
            each.complete(self, held)
        if hasattr(kind, "__attrs_post_init__"):
            self.__attrs_post_init__()

    def _refuse(*_):
        from attrs.exceptions import FrozenInstanceError  # noqa: PLC0415  # nobody should try

        raise FrozenInstanceError

    def _compared(value):
        fields = value._fields_by_name
        return tuple(getattr(value, name) for name, each in fields.items() if each.eq)

    def _eq(self, other):
        same = type(other) is type(self)
        return _compared(self) == _compared(other) if same else NotImplemented

    def _hash(self):
        return hash(_compared(self))

    def _repr(self):
        fields = self._fields_by_name
        shown = (f"{name}={getattr(self, name)!r}" for name, each in fields.items() if each.repr)
        return f"{type(self).__name__}({', '.join(shown)})"
