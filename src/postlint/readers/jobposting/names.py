"""What an object is called: its name, or its address from the street to the country."""

from __future__ import annotations

from collections.abc import Iterator

from postlint.readers.jobposting.values import Array, Entry, Object, Scalar, Value, unwrapped

# Parts of an address in the order a person writes them; of each the first name that is there.
_ADDRESS = (
    ("name",),
    ("address",),
    ("postaladdress",),
    ("streetaddress",),
    ("addresslocality", "city"),
    ("addressregion", "region", "state", "province"),
    ("postalcode", "zip"),
)
_COUNTRY = ("addresscountry", "country", "countrycode")
_TOWNS = frozenset({"address", "addresslocality", "city", "postaladdress"})
_NAMES = (
    "name", "legalname", "value", "termcode", "credentialcategory", "competencyrequired", "label",
    "locationstr", "locationname", "display",
)  # fmt: skip


def names_of(value: Value) -> Iterator[Scalar]:
    """Yield the values of an object that say what it is: its name, or its address."""
    value = unwrapped(value)
    if isinstance(value, Scalar):
        yield value
        return
    if isinstance(value, Array):
        for part in value.values:
            yield from names_of(part)
        return
    own = {key.lower().replace("_", ""): entry for key, entry in value.entries.items()}
    if not _TOWNS.isdisjoint(own):
        yield from _address(own)
        return
    named = next((own[key] for key in _NAMES if key in own), None)
    if named is not None and isinstance(named.value, Scalar):
        yield named.value
        return
    country = _first(own, _COUNTRY)
    if country is not None:
        yield from names_of(country.value)
        return
    for entry in value.entries.values():
        if isinstance(entry.value, Object):
            yield from names_of(entry.value)
            return


def _first(own: dict[str, Entry], names: tuple[str, ...]) -> Entry | None:
    return next((own[name] for name in names if name in own), None)


def _address(own: dict[str, Entry]) -> Iterator[Scalar]:
    """Yield the parts of an address, from the street to the country."""
    whole = own.get("locationstr")
    if whole is not None and isinstance(whole.value, Scalar):
        yield whole.value
        return
    for names in (*_ADDRESS, _COUNTRY):
        entry = _first(own, names)
        if entry is None:
            continue
        if isinstance(entry.value, Scalar):
            yield entry.value
        elif names[0] in ("address", "postaladdress", "addresscountry"):
            yield from names_of(entry.value)
