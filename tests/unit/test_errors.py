"""Each error is a Chinese sentence that says what, where and what to do."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter import errors
from drafter.errors import DrafterError, ExitCode, FileKind

PATH = Path("报告") / "2024.txt"
FULL = OSError(errno.ENOSPC, "No space left on device")
SAMPLES: dict[type[DrafterError], tuple[DrafterError, tuple[str, ...]]] = {
    type(error): (error, tuple(facts))
    for error, *facts in (
        (errors.UnreadableFileError(path=PATH, reason="找不到这个文件"), str(PATH), "找不到"),
        (errors.EmptyFileError(path=PATH), str(PATH), "空文件"),
        (errors.BinaryFileError(path=PATH, kind=FileKind.PDF), str(PATH), "PDF 文件"),
        (errors.FileTooLargeError(path=PATH, size=50 * 2**20, limit=2**25), str(PATH), "50", "32"),
        (errors.DamagedFileError(path=PATH), str(PATH), ".docx"),
        (errors.EncryptedFileError(path=PATH), str(PATH), "密码"),
        (errors.UnsafeFileError(path=PATH, reason="解开后过大"), str(PATH), "解开后过大"),
        (errors.OfficeMissingError(path=PATH, kind="RTF 文档"), str(PATH), "RTF", "LibreOffice"),
        (errors.OfficeFailedError(path=PATH, reason="超过 60 秒"), str(PATH), "超过 60 秒"),
        (errors.EncryptedPdfError(path=PATH), str(PATH), "密码"),
        (errors.BrokenPdfError(path=PATH, page=7), str(PATH), "第 7 页"),
        (errors.ScannedPdfError(path=PATH, pages=(3, 5), total=9), str(PATH), "第 3、5 页"),
        (errors.MissingFontError(path=PATH, pages=(3, 5)), str(PATH), "第 3、5 页", "安装"),
        (errors.TooManyPagesError(path=PATH, pages=2100, limit=2000), str(PATH), "2100", "2000"),
        (errors.WebPageTooDeepError(path=PATH), str(PATH), "复制正文"),
        (errors.NoReportError(path=PATH), str(PATH)),
        (errors.NoYearError(path=PATH), str(PATH), "--year"),
        (errors.WrongSuffixError(path="2025.pdf", option="-o"), "2025.pdf", "-o", ".docx"),
        (errors.FaultError(kind="KeyError"), "KeyError", "--verbose"),
        (errors.SameYearError(names=("甲", "乙"), year=2024), "甲", "乙", "2024"),
        (errors.YearOrderError(wanted=2023, base=2024), "2023", "2024", "--year"),
        (errors.TargetExistsError(path=PATH), str(PATH), "--force", "-o"),
        (errors.TargetUnwritableError(path=PATH, cause=FULL), str(PATH), "磁盘已满"),
        (errors.FolderUnwritableError(path=PATH, cause=FULL), str(PATH), "磁盘已满"),
        (errors.TargetOpenError(path=PATH, sign="~$a.docx"), str(PATH), "“~$a.docx”"),
        (errors.TargetIsInputError(path=PATH), str(PATH), "-o"),
        (errors.DataFileError((("outline.yaml", 12, "缺少 name"),)), "outline.yaml", "12", "name"),
        (
            errors.TemplateError(name="report.j2", line=3, problem="没有名为“甲”的样式"),
            "report.j2",
            "3",
        ),
        (
            errors.UnknownNameError(kind="模板", name="甲", known=("乙", "丙")),
            "模板",
            "甲",
            "乙、丙",
        ),
        (errors.OutputError(reason="No space left"), "No space left", "重定向"),
        (errors.NothingToReadError(paths=("甲", "乙")), "“甲”、“乙”", ".docx"),
        (errors.FolderIsInputError(path=PATH), str(PATH), "-o"),
        (errors.EditedOutputError(path=PATH), str(PATH), "--force"),
        (errors.WorkerDiedError(path=PATH), str(PATH), "内存"),
        (errors.UnexpectedError(path=PATH, kind="KeyError"), str(PATH), "KeyError"),
        (errors.BrokenInstallationError(missing="schemas"), "schemas"),
        (
            errors.NotWorkbookError(path="答复.xlsx", reason="没有“编号”一列"),
            "答复.xlsx",
            "没有“编号”一列",
            "--workbook",
        ),
        (
            errors.NotSkeletonError(path="2025.docx", reason="没有待填的字段"),
            "2025.docx",
            "没有待填的字段",
            "drafter new",
        ),
        (errors.NotWordError(path="2024.txt"), "2024.txt", ".docx"),
        (
            errors.ComparisonOrderError(
                now="2025.txt", last="2026.txt", years=(2026, 2025), option=None
            ),
            "2025.txt",
            "2026年、2025年",
        ),
        (
            errors.UnannotatableError(path="2025.docx", reason="文件内容已损坏"),
            "2025.docx",
            "文件内容已损坏",
        ),
    )
}


def all_errors(root: type[DrafterError] = DrafterError) -> Iterator[type[DrafterError]]:
    for error in root.__subclasses__():
        yield error
        yield from all_errors(error)


@pytest.mark.parametrize(
    ("error", "advice"),
    [
        (errors.NoYearError(path=PATH, asked="draft"), "要起草哪一年"),
        (errors.NoYearError(path=PATH, asked="report"), "这份报告的年份"),
        (errors.NoYearError(path=PATH, asked=None), "标题里写明年份"),
        (errors.NoYearError(path=PATH, asked="final"), "用 --year 指明"),
    ],
    ids=["draft", "report", "batch", "final"],
)
def test_the_advice_fits_the_case(error: DrafterError, advice: str) -> None:
    assert advice in str(error)


@pytest.mark.parametrize(
    ("code", "of_file", "of_folder"),
    [
        (errno.ENOENT, "建好这个文件夹", "建好这个文件夹"),
        (errno.ENOSPC, "清理磁盘", "清理磁盘"),
        (errno.EDQUOT, "清理磁盘", "清理磁盘"),
        (errno.EROFS, "换一个位置", "换一个位置"),
        (errno.EACCES, "先关闭", "换一个文件夹"),
        (errno.EEXIST, "先关闭", "那个文件改名"),
        (errno.ENOTDIR, "建好这个文件夹", "那个文件改名"),
        (errno.ENAMETOOLONG, "短些的文件名", "短些的文件夹名"),
        (errno.EINVAL, "换一个文件名", "换一个文件夹名"),
        (errno.EIO, "先关闭", "换一个文件夹"),
    ],
    ids=lambda value: errno.errorcode[value] if isinstance(value, int) else "",
)
def test_the_advice_fits_what_the_system_said(code: int, of_file: str, of_folder: str) -> None:
    cause = OSError(code, os.strerror(code))
    assert of_file in str(errors.TargetUnwritableError(path=PATH, cause=cause))
    told = str(errors.FolderUnwritableError(path=PATH, cause=cause))
    assert of_folder in told
    assert "Word" not in told  # no folder is open there


def test_what_the_system_says_otherwise_is_quoted() -> None:
    cause = OSError(errno.EIO, "Input/output error")
    assert "“Input/output error”" in str(errors.TargetUnwritableError(path=PATH, cause=cause))


def test_every_order_of_two_years_is_told_with_the_option_that_exists() -> None:
    told = [
        str(errors.ComparisonOrderError(now="甲", last="乙", years=(1, 1), option=option))
        for option in ("--against", None)
    ]
    assert ["--against" in words for words in told] == [True, False]


def test_every_error_of_the_tree_has_a_sample_here() -> None:
    assert set(all_errors()) == set(SAMPLES)


@pytest.mark.parametrize("kind", SAMPLES, ids=lambda kind: kind.__name__)
def test_the_message_is_chinese_and_tells_the_facts(kind: type[DrafterError]) -> None:
    error, facts = SAMPLES[kind]
    message = str(error)
    assert all(fact in message for fact in facts)
    assert re.search("[\u4e00-\u9fff]{4}", message)
    assert "None" not in message


@pytest.mark.parametrize("kind", SAMPLES, ids=lambda kind: kind.__name__)
def test_the_exit_code_is_that_of_bad_data_or_bad_usage(kind: type[DrafterError]) -> None:
    usage = kind in (errors.UnknownNameError, errors.YearOrderError, errors.WrongSuffixError)
    assert SAMPLES[kind][0].exit_code == (ExitCode.USAGE if usage else ExitCode.DATA)


def test_the_exit_codes_are_those_that_scripts_rely_on() -> None:
    assert [code.value for code in ExitCode] == [0, 1, 2, 3]


def test_all_mistakes_of_a_data_file_are_told_at_once() -> None:
    error = errors.DataFileError((("a.yaml", 1, "甲"), ("b.yaml", None, "乙")))
    assert str(error).splitlines()[1:] == ["  a.yaml 第 1 行：甲", "  b.yaml：乙"]


def test_a_binary_file_of_unknown_kind_is_said_to_be_no_text() -> None:
    assert "不是文本文件" in str(errors.BinaryFileError(path=PATH))
    assert "可能已经损坏" in str(errors.BinaryFileError(path="报告.DOC"))


@pytest.mark.parametrize(
    ("kind", "advice"),
    [
        (FileKind.IMAGE, "文字识别"),
        (FileKind.ARCHIVE, "解压缩"),
        (FileKind.XLS, "选对了文件"),
    ],
)
def test_what_holds_no_text_is_not_to_be_saved_as_text(kind: FileKind, advice: str) -> None:
    words = str(errors.BinaryFileError(path=PATH, kind=kind))
    assert advice in words
    assert "另存为纯文本" not in words


def test_another_name_goes_with_the_option_that_gave_it() -> None:
    for error in (errors.TargetExistsError, errors.TargetIsInputError):
        assert "用 --annotate 另取文件名" in str(error(path=PATH, option="--annotate"))
        assert "另选一个文件夹" in str(error(path=PATH, option=None))


def test_a_template_error_without_a_line_names_none() -> None:
    assert "行" not in str(errors.TemplateError(name="report.j2", problem="是空的"))
