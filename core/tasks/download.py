"""Downloading one file: several mirrors, resumed where it stopped, verified before it gets its name."""

import hashlib
import os
import urllib.parse
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import IO, Any

from core.tasks.task import DataError, Progress

TIMEOUT = 20.0  # seconds without a byte after which a mirror is given up
BLOCK = 1 << 16
LOOPBACK = ("127.0.0.1", "localhost", "::1")


class _MirrorError(Exception):
    """Why a mirror did not give the file."""


def download(
    urls: Sequence[str],
    target: Path,
    *,
    md5: str | None = None,
    sha256: str | None = None,
    size: int | None = None,
    timeout: float = TIMEOUT,
) -> Generator[Progress, None, Path]:
    """Fetch a file from the first mirror that gives it right; returns `target`.

    What has arrived waits in ``target.part``: whoever leaves the generator cancels, and the next call goes on from
    there. `size` is the expected number of bytes, for the progress where a mirror does not say; one that sends more
    than twice as much is given up. Two programs that want the same file wait for each other.

    Raises DataError that names every mirror and why it failed; ValueError without a checksum, without a mirror, or for
    an address that is not https (http is allowed on this machine's own loopback address only).
    """
    if (md5 is None) == (sha256 is None):
        raise ValueError("give one checksum, md5 or sha256: what comes from elsewhere is always verified")
    if not urls:
        raise ValueError(f"no address to download {target.name} from")
    for url in urls:
        if not _allowed(url, url):
            raise ValueError(f"{url} is not https")
    algorithm, expected = ("md5", md5) if md5 is not None else ("sha256", sha256)
    checksum = (algorithm, str(expected).lower())
    part = target.with_name(target.name + ".part")
    try:
        part.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataError(f"{part.parent} cannot be written to: {error}") from error
    lock = yield from _locked(target)
    try:
        if target.exists() and _digest(target, algorithm) == checksum[1]:
            return target  # another program fetched it while this one waited
        yield from _from_mirrors(urls, target, part, checksum, size, timeout)
        return target
    finally:
        lock.release()


def _locked(target: Path) -> Generator[Progress, None, Any]:
    from filelock import FileLock, Timeout

    lock = FileLock(target.with_name(f".{target.name}.lock"), thread_local=False)
    while True:
        try:
            lock.acquire(timeout=0.2)
        except Timeout:
            yield Progress(f"Waiting for another program that downloads {target.name}")
        except OSError as error:
            raise DataError(f"{target.parent} cannot be written to: {error}") from error
        else:
            return lock


def _from_mirrors(
    urls: Sequence[str], target: Path, part: Path, checksum: tuple[str, str], size: int | None, timeout: float
) -> Generator[Progress, None, None]:
    failures = []
    for url in urls:
        yield Progress(f"Asking {urllib.parse.urlsplit(url).hostname} for {target.name}")
        try:
            resumed = yield from _fetch(url, target.name, part, size, timeout)
            wrong = _wrong(part, checksum)
            if wrong and resumed:  # the beginning may have come from another file: this mirror gets a second chance
                part.unlink()
                yield from _fetch(url, target.name, part, size, timeout)
                wrong = _wrong(part, checksum)
            if wrong:
                part.unlink()
                raise _MirrorError(wrong)
        except _MirrorError as error:
            failures.append(f"  {url}: {error}")
            continue
        try:
            os.replace(part, target)
        except OSError as error:
            raise DataError(f"{part} is complete but cannot be renamed to {target.name}: {error}") from error
        return
    raise DataError(
        f"{target.name} could not be downloaded:\n" + "\n".join(failures) + "\nCheck the connection and try again, or "
        f"fetch the file with a browser from one of these addresses and put it at {target}"
    )


def _fetch(url: str, name: str, part: Path, size: int | None, timeout: float) -> Generator[Progress, None, bool]:
    """Bring `part` to its full length; returns whether it began with what was there. Raises _MirrorError."""
    import urllib.error
    from http.client import HTTPException

    have = part.stat().st_size if part.exists() else 0
    try:
        with _opened(url, have, timeout) as response:
            resumed: bool = response.status == 206
            if resumed and not response.headers.get("Content-Range", "").startswith(f"bytes {have}-"):
                raise _MirrorError("sends another part of the file than the one asked for")
            begin = have if resumed else 0
            length = response.headers.get("Content-Length", "")
            total = begin + int(length) if length.isdigit() else None
            most = None if size is None else 2 * size
            if most is not None and (total or 0) > most:
                raise _MirrorError(f"sends {total:,} bytes where about {size:,} are expected")
            done = yield from _received(response, part, begin, total or size, most, name)
    except urllib.error.HTTPError as error:
        error.close()
        if error.code == 416 and have:  # there is no rest: what is there is the whole file, or none of it
            if error.headers.get("Content-Range", "").strip() == f"bytes */{have}":
                return True
            part.unlink()
            again: bool = yield from _fetch(url, name, part, size, timeout)
            return again
        raise _MirrorError(f"answers {error.code} {error.reason}") from error
    except urllib.error.URLError as error:
        raise _MirrorError(_because(error.reason, timeout)) from error
    except (OSError, HTTPException) as error:
        raise _MirrorError(_because(error, timeout)) from error
    if total is not None and done < total:
        raise _MirrorError(f"the connection ended after {done:,} of {total:,} bytes")
    return resumed


def _received(
    response: Any, part: Path, begin: int, total: int | None, most: int | None, name: str
) -> Generator[Progress, None, int]:
    """Append what arrives to `part`; returns the bytes that are there now."""
    done = begin
    with _to_write(part, "ab" if begin else "wb") as file:
        yield Progress(f"Downloading {name}", done, total, "bytes")
        while block := response.read1(BLOCK):
            try:
                file.write(block)
            except OSError as error:
                raise DataError(f"{part} cannot be written: {error}") from error
            done += len(block)
            if most is not None and done > most:
                raise _MirrorError(f"sends more than {most:,} bytes")
            yield Progress(f"Downloading {name}", done, total, "bytes")
    return done


def _to_write(part: Path, mode: str) -> IO[bytes]:
    try:
        return part.open(mode, buffering=0)
    except OSError as error:
        raise DataError(f"{part} cannot be written: {error}") from error


def _opened(url: str, have: int, timeout: float) -> Any:
    import urllib.request

    class OnlySafeRedirects(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, request: Any, file: Any, code: int, message: str, headers: Any, to: str) -> Any:
            if not _allowed(to, url):
                file.close()
                raise _MirrorError(f"leads to {to}, which is not https")
            return super().redirect_request(request, file, code, message, headers, to)

    handlers: list[Any] = [OnlySafeRedirects]
    if _is_loopback(url):
        handlers.append(urllib.request.ProxyHandler({}))
    request = urllib.request.Request(url, headers={"User-Agent": "innerloop", "Accept-Encoding": "identity"})
    if have:
        request.add_header("Range", f"bytes={have}-")
    return urllib.request.build_opener(*handlers).open(request, timeout=timeout)


def _allowed(url: str, origin: str) -> bool:
    """https everywhere; http where both the address and the one that led to it are this machine's own."""
    parts = urllib.parse.urlsplit(url)
    if parts.scheme == "https":
        return bool(parts.hostname)
    return parts.scheme == "http" and _is_loopback(url) and _is_loopback(origin)


def _is_loopback(url: str) -> bool:
    return urllib.parse.urlsplit(url).hostname in LOOPBACK


def _because(error: Any, timeout: float) -> str:
    if isinstance(error, TimeoutError):
        return f"no answer within {timeout:g} s"
    return str(error) or type(error).__name__


def _digest(path: Path, algorithm: str) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.new(algorithm, usedforsecurity=False)).hexdigest()


def _wrong(part: Path, checksum: tuple[str, str]) -> str:
    algorithm, expected = checksum
    found = _digest(part, algorithm)
    return "" if found == expected else f"sends another file: its {algorithm} is {found}, not {expected}"
