"""The language server: a thin adapter over the library.

Feature modules are pure functions from a report to the protocol's values;
`server` wires them to pygls. Everything about places goes through `Lines`.
"""
