"""Downloading, against a server of the test's own on this machine."""

import hashlib
import http.server
import re
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from core.tasks.download import download
from core.tasks.task import DataError, Progress

CONTENT = bytes(range(256)) * 2000  # 512,000 bytes, so several blocks
SHA256 = hashlib.sha256(CONTENT).hexdigest()
WAIT = 10.0


@dataclass
class Mirror:
    """A server: what it was asked, and how it behaves by path."""

    port: int
    ranges: list[str | None] = field(default_factory=list)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}/{path}"


@pytest.fixture
def mirror() -> Iterator[Mirror]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = self.headers.get("Range")
            known.ranges.append(asked)
            name = self.path.strip("/")
            content = b"another file" * 30_000 if name == "wrong" else CONTENT
            if name == "missing":
                self.send_error(404)
                return
            if name in ("elsewhere", "around"):
                self.send_response(302)
                self.send_header("Location", "http://example.org/file" if name == "elsewhere" else "/file")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            begin = int(re.sub(r"\D", "", asked)) if asked and name != "no_ranges" else 0
            if begin >= len(content):
                self.send_response(416)
                self.send_header("Content-Range", f"bytes */{len(content)}")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            self.send_response(206 if begin else 200)
            if begin:
                self.send_header("Content-Range", f"bytes {begin}-{len(content) - 1}/{len(content)}")
            if name != "no_length":
                self.send_header("Content-Length", str(len(content) - begin))
            self.end_headers()
            rest = content[begin:]
            try:
                self.wfile.write(rest[: len(rest) // 2] if name == "half" else rest)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True  # the test has left the generator

        def log_message(self, *args: Any) -> None:
            """Say nothing on the terminal."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = False
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    known = Mirror(server.server_address[1])
    thread.start()
    yield known
    server.shutdown()
    thread.join(WAIT)
    server.server_close()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "down" / "file.bin"


def part_of(target: Path) -> Path:
    return target.with_name("file.bin.part")


def test_a_file_arrives_with_its_progress(mirror: Mirror, target: Path, finish: Any) -> None:
    result, reports = finish(download([mirror.url("file")], target, sha256=SHA256, timeout=WAIT))
    assert result == target
    assert target.read_bytes() == CONTENT
    assert not part_of(target).exists()
    arriving = [report for report in reports if report.unit == "bytes"]
    assert [report.done for report in arriving] == sorted(report.done for report in arriving)
    assert arriving[-1] == Progress("Downloading file.bin", len(CONTENT), len(CONTENT), "bytes")
    assert len(arriving) > 3


def test_md5_is_a_checksum_too(mirror: Mirror, target: Path, finish: Any) -> None:
    finish(download([mirror.url("file")], target, md5=hashlib.md5(CONTENT).hexdigest().upper(), timeout=WAIT))
    assert target.read_bytes() == CONTENT


def test_a_dead_mirror_gives_way_to_the_next(mirror: Mirror, target: Path, finish: Any) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        dead = f"http://127.0.0.1:{closed.getsockname()[1]}/file"
        finish(download([dead, mirror.url("missing"), mirror.url("file")], target, sha256=SHA256, timeout=WAIT))
    assert target.read_bytes() == CONTENT


def test_when_no_mirror_answers_each_is_named_with_its_reason(mirror: Mirror, target: Path, finish: Any) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        mute = f"http://127.0.0.1:{silent.getsockname()[1]}/file"
        urls = [mirror.url("missing"), mirror.url("wrong"), mute]
        with pytest.raises(DataError) as error:
            finish(download(urls, target, sha256=SHA256, timeout=0.3))
    message = str(error.value)
    assert f"{urls[0]}: answers 404" in message
    assert f"{urls[1]}: sends another file: its sha256 is" in message
    assert f"{mute}: no answer within 0.3 s" in message
    assert str(target) in message
    assert not target.exists()


def test_a_wrong_file_never_gets_the_name_and_does_not_spoil_the_next_mirror(
    mirror: Mirror, target: Path, finish: Any
) -> None:
    finish(download([mirror.url("wrong"), mirror.url("file")], target, sha256=SHA256, timeout=WAIT))
    assert target.read_bytes() == CONTENT
    assert mirror.ranges == [None, None]


def test_leaving_the_generator_cancels_and_the_next_call_goes_on_from_there(
    mirror: Mirror, target: Path, finish: Any
) -> None:
    steps = download([mirror.url("file")], target, sha256=SHA256, timeout=WAIT)
    while next(steps).done == 0:
        pass
    steps.close()
    have = part_of(target).stat().st_size
    assert 0 < have < len(CONTENT)
    assert part_of(target).read_bytes() == CONTENT[:have]
    assert not target.exists()
    _, reports = finish(download([mirror.url("file")], target, sha256=SHA256, timeout=WAIT))
    assert target.read_bytes() == CONTENT
    assert mirror.ranges == [None, f"bytes={have}-"]
    assert next(report.done for report in reports if report.unit == "bytes") == have


def test_a_connection_that_ends_early_is_resumed_from_the_next_mirror(
    mirror: Mirror, target: Path, finish: Any
) -> None:
    finish(download([mirror.url("half"), mirror.url("file")], target, sha256=SHA256, timeout=WAIT))
    assert target.read_bytes() == CONTENT
    assert mirror.ranges == [None, f"bytes={len(CONTENT) // 2}-"]


def test_a_part_that_ended_early_is_kept_for_later(mirror: Mirror, target: Path, finish: Any) -> None:
    with pytest.raises(DataError, match="the connection ended after 256,000 of 512,000 bytes"):
        finish(download([mirror.url("half")], target, sha256=SHA256, timeout=WAIT))
    assert part_of(target).read_bytes() == CONTENT[: len(CONTENT) // 2]


def test_a_mirror_without_ranges_starts_again(mirror: Mirror, target: Path, finish: Any) -> None:
    target.parent.mkdir(parents=True)
    part_of(target).write_bytes(CONTENT[:1000])
    finish(download([mirror.url("no_ranges")], target, sha256=SHA256, timeout=WAIT))
    assert target.read_bytes() == CONTENT


@pytest.mark.parametrize("stale", [b"not its beginning", CONTENT + b"longer", b"x" * len(CONTENT)])
def test_a_part_of_another_file_is_thrown_away(mirror: Mirror, target: Path, finish: Any, stale: bytes) -> None:
    target.parent.mkdir(parents=True)
    part_of(target).write_bytes(stale)
    finish(download([mirror.url("file")], target, sha256=SHA256, timeout=WAIT))
    assert target.read_bytes() == CONTENT


def test_a_part_that_is_complete_only_gets_its_name(mirror: Mirror, target: Path, finish: Any) -> None:
    target.parent.mkdir(parents=True)
    part_of(target).write_bytes(CONTENT)
    _, reports = finish(download([mirror.url("file")], target, sha256=SHA256, timeout=WAIT))
    assert target.read_bytes() == CONTENT
    assert not [report for report in reports if report.unit == "bytes"]


def test_without_a_length_the_expected_size_is_the_total(mirror: Mirror, target: Path, finish: Any) -> None:
    steps = download([mirror.url("no_length")], target, sha256=SHA256, size=500_000, timeout=WAIT)
    _, reports = finish(steps)
    assert target.read_bytes() == CONTENT
    assert {report.total for report in reports if report.unit == "bytes"} == {500_000}


@pytest.mark.parametrize("path", ["file", "no_length"])
def test_a_mirror_that_sends_far_too_much_is_given_up(mirror: Mirror, target: Path, finish: Any, path: str) -> None:
    with pytest.raises(DataError, match="sends"):
        finish(download([mirror.url(path)], target, sha256=SHA256, size=1000, timeout=WAIT))


def test_only_https_is_asked_and_no_redirect_leads_away_from_it(mirror: Mirror, target: Path, finish: Any) -> None:
    for url in ("http://example.org/file", "ftp://example.org/file", "file:///etc/passwd", "file"):
        with pytest.raises(ValueError, match="not https"):
            finish(download([url], target, sha256=SHA256))
    with pytest.raises(DataError, match=r"leads to http://example\.org/file, which is not https"):
        finish(download([mirror.url("elsewhere")], target, sha256=SHA256, timeout=WAIT))
    finish(download([mirror.url("around")], target, sha256=SHA256, timeout=WAIT))
    assert target.read_bytes() == CONTENT


def test_a_checksum_and_an_address_are_asked_for(target: Path, finish: Any) -> None:
    with pytest.raises(ValueError, match="checksum"):
        finish(download(["https://example.org/file"], target))
    with pytest.raises(ValueError, match="no address"):
        finish(download([], target, sha256=SHA256))


def test_two_programs_that_want_the_same_file_wait_for_each_other(mirror: Mirror, target: Path, finish: Any) -> None:
    first = download([mirror.url("file")], target, sha256=SHA256, timeout=WAIT)
    while next(first).done == 0:
        pass
    second = download([mirror.url("file")], target, sha256=SHA256, timeout=WAIT)
    assert "Waiting" in next(second).what
    finish(first)
    result, _ = finish(second)
    assert result == target
    assert mirror.ranges == [None]  # the second one found the file


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, finish: Any) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DataError, match="cannot be written to"):
        finish(download(["https://example.org/file"], tmp_path / "file" / "below", sha256=SHA256))
