"""Stand-in data for trying a template before any record exists: takes every name, loop and comparison a template may make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


class Probe(str):
    """Text that is also a mapping and a list of one: every condition holds, every loop turns once."""

    __slots__ = ()
    holds = True

    def __new__(cls, text: str = "0") -> Probe:
        """A probe that is written out as the text."""
        return super().__new__(cls, text)

    def __getitem__(self, name: object) -> Any:
        return self

    def __iter__(self) -> Iterator[Any]:
        return iter([self] if self.holds else [])

    def __len__(self) -> int:
        return int(self.holds)

    def __bool__(self) -> bool:
        return self.holds

    def _compare(self, other: object) -> bool:
        return self.holds

    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __contains__ = _compare
    __hash__ = str.__hash__

    def _calculate(self, other: object) -> Any:
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = _calculate

    def __neg__(self) -> Any:
        return self


class EmptyProbe(Probe):
    """The opposite: no condition holds, no loop turns."""

    __slots__ = ()
    holds = False


Mapping.register(Probe)
PROBES = (Probe(), EmptyProbe())
