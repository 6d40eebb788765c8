"""Patterns that are compiled when they are first used."""

import copy
import pickle
import re

from drafter.zh.lazy import lazy_pattern


def test_it_answers_as_a_compiled_pattern_does() -> None:
    made, lazy = re.compile(r"(?P<n>[0-9]+)件"), lazy_pattern(r"(?P<n>[0-9]+)件")
    text = "办结29件、31件"
    assert lazy.findall(text) == made.findall(text)
    assert lazy.sub("", text) == made.sub("", text)
    found = lazy.search(text, 3)
    assert found is not None
    assert found["n"] == "9"
    assert lazy.fullmatch("29件") is not None
    assert lazy.groupindex == {"n": 1}


def test_flags_are_kept() -> None:
    assert lazy_pattern("page", re.IGNORECASE).match("PAGE") is not None


def test_its_source_is_known_without_compiling() -> None:
    assert lazy_pattern("(").pattern == "("


def test_it_can_be_sent_to_another_process() -> None:
    lazy = lazy_pattern("[一二三]、")
    assert lazy.match("一、") is not None
    assert pickle.loads(pickle.dumps(lazy)).match("二、") is not None  # noqa: S301 -- our own bytes
    assert copy.copy(lazy).match("三、") is not None
