"""The numbers of a run in the format of TensorBoard.

An event file is a row of records, each framed by its length and two checksums (TensorFlow, core/lib/io/record_writer.h)
and each an `Event` in the encoding of Protocol Buffers (core/util/event.proto and core/framework/summary.proto there).
Scalars need six fields of those, so no package is needed to write them.
"""

import struct
from collections.abc import Iterable, Iterator
from pathlib import Path

from core.export.scalars import Moment, moments
from core.runs.run import Run
from core.training.checkpoint import write_durably

_VERSION = b"brain.Event:2"
_CASTAGNOLI = 0x82F63B78  # x³² + x²⁸ + x²⁷ + … + 1, the lowest power in the highest bit
_MASK = 0xA282EAD8  # since a checksum of what holds checksums would be weak
_VARINT, _DOUBLE, _BYTES, _FLOAT = 0, 1, 2, 5  # how a field's value is written


def write_events(run: Run, folder: Path) -> Path:
    """Write the numbers of a run into ``folder/RUN``, where ``tensorboard --logdir folder`` finds them.

    Returns the file. Written again it replaces what was there. Raises OSError, and ValueError for a damaged file.
    """
    begun = run.made.timestamp()
    target = folder / run.name / f"events.out.tfevents.{int(begun):010d}.innerloop"
    target.parent.mkdir(parents=True, exist_ok=True)
    write_durably(target, b"".join(map(_record, _events(begun, moments(run)))))
    return target


def _events(begun: float, found: Iterable[Moment]) -> Iterator[bytes]:
    """Event {1: wall_time, 3: file_version}, then Event {1: wall_time, 2: step, 5: summary} for each moment."""
    yield _field(1, _DOUBLE, struct.pack("<d", begun)) + _field(3, _BYTES, _VERSION)
    for moment in found:
        summary = b"".join(_scalar(name, value) for name, value in moment.values.items())
        time, step = struct.pack("<d", moment.time), _varint(moment.iteration)
        yield _field(1, _DOUBLE, time) + _field(2, _VARINT, step) + _field(5, _BYTES, summary)


def _scalar(name: str, value: float) -> bytes:
    """Summary {1: Value {1: tag, 2: simple_value}}; the value has 32 bits."""
    return _field(1, _BYTES, _field(1, _BYTES, name.encode()) + _field(2, _FLOAT, struct.pack("<f", value)))


def _field(number: int, kind: int, value: bytes) -> bytes:
    size = _varint(len(value)) if kind == _BYTES else b""
    return _varint(number << 3 | kind) + size + value


def _varint(value: int) -> bytes:
    """Seven bits in each byte, the lowest first; the highest bit says that more follow."""
    written = bytearray()
    while value > 0x7F:
        written.append(value & 0x7F | 0x80)
        value >>= 7
    written.append(value)
    return bytes(written)


def _record(data: bytes) -> bytes:
    """A record: its length, the checksum of that, itself, and its checksum."""
    length = struct.pack("<Q", len(data))
    return length + struct.pack("<I", _masked(length)) + data + struct.pack("<I", _masked(data))


def _masked(data: bytes) -> int:
    found = crc32c(data)
    return ((found >> 15 | found << 17) + _MASK) & 0xFFFFFFFF


def crc32c(data: bytes) -> int:
    """The cyclic redundancy check by Castagnoli's polynomial (RFC 3720, appendix B.4)."""
    found = 0xFFFFFFFF
    for byte in data:
        found = _TABLE[(found ^ byte) & 0xFF] ^ found >> 8
    return found ^ 0xFFFFFFFF


def _table() -> list[int]:
    """The remainder of each byte."""
    remainders = []
    for remainder in range(256):
        for _ in range(8):
            remainder = remainder >> 1 ^ (_CASTAGNOLI if remainder & 1 else 0)
        remainders.append(remainder)
    return remainders


_TABLE = _table()
