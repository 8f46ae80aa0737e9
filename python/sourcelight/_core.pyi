"""The reading engine as `src/lib.rs` offers it."""

from collections.abc import Sequence
from typing import final, overload

__all__ = ["Core"]

@final
class Core:
    """The engine with its tables loaded."""

    def __new__(
        cls,
        sureness: str,
        beliefs: bool,
        asides: bool,
        hedging: str,
        language: str,
        phrases: Sequence[tuple[str, Sequence[str]]],
    ) -> Core: ...
    @overload
    def read(self, texts: Sequence[str], threads: int) -> list[bytes]: ...
    @overload
    def read(self, texts: Sequence[str | None], threads: int) -> list[bytes | None]: ...
