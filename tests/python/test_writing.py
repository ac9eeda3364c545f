# SPDX-License-Identifier: Apache-2.0
"""Whole outputs or none."""

import aidway as aw
import pytest
from aidway.writing import whole_file, whole_folder


def left_in(folder):
    return sorted(entry.name for entry in folder.iterdir())


def test_a_file_appears_whole(tmp_path):
    with whole_file(tmp_path / "page.html") as beside:
        beside.write_text("all of it")
        assert left_in(tmp_path) == [beside.name]
    assert (tmp_path / "page.html").read_text() == "all of it"
    assert left_in(tmp_path) == ["page.html"]


@pytest.mark.parametrize("fault", [RuntimeError, KeyboardInterrupt])
def test_a_file_that_fails_leaves_what_was_there(tmp_path, fault):
    (tmp_path / "page.html").write_text("the old page")

    def write_half():
        with whole_file(tmp_path / "page.html") as beside:
            beside.write_text("half")
            raise fault

    with pytest.raises(fault):
        write_half()
    assert (tmp_path / "page.html").read_text() == "the old page"
    assert left_in(tmp_path) == ["page.html"]


def test_a_file_needs_a_folder_to_lie_in(tmp_path):
    with pytest.raises(aw.IoError, match="there is no folder"), whole_file(tmp_path / "nowhere" / "page.html"):
        pass
    with pytest.raises(aw.IoError, match="is a folder"), whole_file(tmp_path):
        pass


def test_a_file_is_as_readable_as_any_other(tmp_path):
    (tmp_path / "usual").touch()
    with whole_file(tmp_path / "page.html") as beside:
        beside.write_text("x")
    assert (tmp_path / "page.html").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_folder_is_replaced_as_a_whole(tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "old").touch()
    with whole_folder(tmp_path / "out") as fresh:
        (fresh / "new").touch()
        assert left_in(tmp_path / "out") == ["old"]
    assert left_in(tmp_path / "out") == ["new"]
    assert left_in(tmp_path) == ["out"]


def test_a_folder_that_cannot_take_its_place_puts_the_old_one_back(tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "old").touch()
    with pytest.raises(FileNotFoundError), whole_folder(tmp_path / "out") as fresh:
        fresh.rmdir()  # so that the last rename fails
    assert left_in(tmp_path / "out") == ["old"]
    assert left_in(tmp_path) == ["out"]


def test_a_link_to_a_folder_stays_a_link(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    with whole_folder(tmp_path / "link") as fresh:
        (fresh / "new").touch()
    assert (tmp_path / "link").is_symlink()
    assert left_in(tmp_path / "real") == ["new"]
