"""What stops drafter, and the Chinese sentence that says so.

One class per thing the user can do about it. A class takes facts and makes the sentence:
what happened, where, what to do. Raise sites hold no prose; `cli` has the only handler.
"""

from __future__ import annotations

import errno
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import ClassVar, Literal, NamedTuple
from unicodedata import category


class ExitCode(IntEnum):
    """What a command tells the shell, the same for every command and format."""

    FINE = 0
    FINDINGS = 1  # it ran and says no
    USAGE = 2
    DATA = 3  # input, data or target that cannot be used


class DrafterError(Exception):
    """Root of all errors that end a command with a message instead of a traceback.

    Args:
        lines: The message. Names of files and words of templates stand in it: what is no character
            to be seen (escape sequences, line ends, marks that turn the direction of writing) is
            shown as U+FFFD, so that nobody's file can speak to the terminal or to a CI run.
    """

    exit_code = ExitCode.DATA

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(map(_visible, lines)))


def places_of(error: BaseException) -> str:
    """Where a fault of drafter's own happened, for the log: its kind, files, lines, functions.

    Never its message: `invalid literal: '…'` quotes the report that it was made of.
    """
    rows, at = [type(error).__name__], error.__traceback__
    while at is not None:
        code = at.tb_frame.f_code
        rows.append(f"{Path(code.co_filename).name}:{at.tb_lineno} {code.co_name}")
        at = at.tb_next
    return " → ".join(rows)


def _some(pages: tuple[int, ...]) -> str:
    """Numbers of pages as a sentence names them, ten at most."""
    return "、".join(map(str, pages[:10])) + (" 等" if len(pages) > 10 else "")  # noqa: PLR2004


def _visible(line: str) -> str:
    return "".join("\ufffd" if category(char) in _UNSEEN else char for char in line)


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


class UnreadableFileError(DrafterError):
    """The file cannot be opened at all."""

    def __init__(self, *, path: Path | str, reason: str) -> None:
        super().__init__(f"无法读取“{path}”：{reason}。请检查文件名、所在文件夹和访问权限后重试。")


class EmptyFileError(DrafterError):
    """The file has no visible character."""

    def __init__(self, *, path: Path | str) -> None:
        super().__init__(
            f"“{path}”是空文件，没有可读的文字。请确认选对了文件，或重新保存一份再试。"
        )


class FileKind(StrEnum):
    """What a file is that is no text, as messages call it."""

    PDF = "PDF 文件"
    OLD_WORD = "旧版 Word 或 WPS 文档（.doc、.wps）"
    WORD = "Word 文档（.docx）"
    RTF = "RTF 文档"
    MHTML = "没有网页正文的网页档案（.mht）"
    IMAGE = "图片"
    ARCHIVE = "压缩包"
    XLSX = "Excel 工作簿（.xlsx）"
    XLS = "Excel 工作簿（.xls）"
    PPTX = "演示文稿（.pptx）"
    PPT = "演示文稿（.ppt）"
    OFD = "OFD 版式文件"


class BinaryFileError(DrafterError):
    """The bytes are not text in any encoding that drafter knows."""

    def __init__(self, *, path: Path | str, kind: FileKind | None = None) -> None:
        what = f"看起来是{kind}" if kind else "不是文本文件"
        advice = _ADVICE.get(kind, _SAVE_AS_TEXT)
        if kind is None and str(path).lower().endswith(_OF_WORD):
            what, advice = "不是 Word 能打开的内容", _DAMAGED
        super().__init__(f"“{path}”{what}，{advice}。")


_SAVE_AS_TEXT = "暂时无法读取。请在 Word 或 WPS 中打开它，另存为纯文本（.txt）后再试"
_OF_WORD = (".doc", ".docx", ".wps")
_DAMAGED = (
    "可能已经损坏，或者只是改了扩展名。请在 Word 或 WPS 中打开核对，能打开的另存为 .docx 后再试"
)
_OTHER_KIND = "不是写成文字的报告。请确认选对了文件；报告在里面的，请把文字复制到 Word 文档里再试"
_ADVICE: dict[FileKind | None, str] = {
    FileKind.IMAGE: "里面没有可读的文字。请改用报告的 Word 版本，"
                    "或先用 WPS 等软件做文字识别（OCR）、校对后另存再试",
    FileKind.ARCHIVE: "不能直接读取。请先解压缩，再选里面的报告文件",
    FileKind.XLSX: _OTHER_KIND,
    FileKind.XLS: _OTHER_KIND,
    FileKind.PPTX: _OTHER_KIND,
    FileKind.PPT: _OTHER_KIND,
    FileKind.OFD: "暂时无法读取。请改用报告的 Word 版本，或在 OFD 阅读软件里另存为 PDF 再试",
}  # fmt: skip
"""Kind of a file → why it is of no use as it is, and what to do instead."""


class DamagedFileError(DrafterError):
    """The file is of a known format, but broken off or broken inside."""

    def __init__(self, *, path: Path | str) -> None:
        super().__init__(
            f"“{path}”已损坏或没有保存完整，无法读取。"
            "请在 Word 或 WPS 中打开它，确认内容完整后另存为 .docx 再试。"
        )


class EncryptedFileError(DrafterError):
    """The file cannot be read without a password."""

    def __init__(self, *, path: Path | str) -> None:
        super().__init__(
            f"“{path}”设有打开密码，无法读取。"
            "请用密码打开它，取消密码后另存一份再试；涉密文件请按保密规定处理。"
        )


class UnsafeFileError(DrafterError):
    """The file is built in a way that no office program writes (压缩炸弹、包外路径)."""

    def __init__(self, *, path: Path | str, reason: str) -> None:
        super().__init__(
            f"“{path}”结构异常，为安全起见没有打开：{reason}。"
            "如果确认来源可靠，请在 Word 或 WPS 中打开它，另存为 .docx 再试。"
        )


class OfficeMissingError(DrafterError):
    """Only LibreOffice could read the file, and it is not installed."""

    def __init__(self, *, path: Path | str, kind: str) -> None:
        super().__init__(
            f"“{path}”是{kind}，读取它需要 LibreOffice，本机没有找到。"
            "请安装 LibreOffice，或在 Word、WPS 中打开它，另存为 .docx 再试。"
        )


class OfficeFailedError(DrafterError):
    """LibreOffice was asked to read the file and could not."""

    def __init__(self, *, path: Path | str, reason: str) -> None:
        super().__init__(
            f"LibreOffice 没能读取“{path}”：{reason}。"
            "请在 Word 或 WPS 中打开它，另存为 .docx 再试。"
        )


class WebPageTooDeepError(DrafterError):
    """The tags of a web page are nested so deep that its text cannot be read whole."""

    def __init__(self, *, path: Path | str) -> None:
        super().__init__(
            f"网页“{path}”的标签嵌套太深，无法完整读取。"
            "请在浏览器中打开它，全选复制正文，粘贴到文本文件或 Word 文档中再试。"
        )


class EncryptedPdfError(DrafterError):
    """The PDF asks for a password."""

    def __init__(self, *, path: Path | str) -> None:
        super().__init__(
            f"PDF 文件“{path}”加了密码，无法打开。请向制作者索取未加密的文件，"
            "或用密码打开后另存为不加密的 PDF 再试。"
        )


class BrokenPdfError(DrafterError):
    """The PDF cannot be opened, or one of its pages cannot.

    Args:
        page: Number of the page, from 1; None if the whole file cannot be read.
    """

    def __init__(self, *, path: Path | str, page: int | None = None) -> None:
        where = f"第 {page} 页" if page else ""
        super().__init__(
            f"PDF 文件“{path}”{where}已损坏，无法读取。请重新下载或重新导出一份，"
            "或者改用它的 Word 版本。"
        )


class ScannedPdfError(DrafterError):
    """Pages of the PDF are pictures without a text layer (扫描件).

    Args:
        pages: Their numbers, from 1, ascending; at least one.
        total: How many pages the file has.
    """

    def __init__(self, *, path: Path | str, pages: tuple[int, ...], total: int) -> None:
        where = "" if len(pages) == total else f"第 {_some(pages)} 页"
        super().__init__(
            f"PDF 文件“{path}”{where}是扫描图片，没有文字层，读不出文字。"
            "请改用它的 Word 版本，或先用 WPS、Acrobat 等软件做文字识别（OCR）、"
            "校对后另存再试；这些页不属于报告的，请先删去。"
        )


class MissingFontError(DrafterError):
    """The PDF leaves its Chinese font to the computer, and the computer has none.

    Args:
        pages: Pages on which characters cannot be read for it, from 1, ascending; at least one.
    """

    def __init__(self, *, path: Path | str, pages: tuple[int, ...]) -> None:
        super().__init__(
            f"PDF 文件“{path}”第 {_some(pages)} 页的中文字体没有嵌在文件里，这台电脑上也没有，"
            "有的字读不出来。请安装一种中文字体后再试，或者改用它的 Word 版本。"
        )


class TooManyPagesError(DrafterError):
    """The PDF has more pages than a report can have."""

    def __init__(self, *, path: Path | str, pages: int, limit: int) -> None:
        super().__init__(
            f"PDF 文件“{path}”有 {pages} 页，超过 {limit} 页的上限。"
            "请确认选对了文件，或先把报告所在的页另存为一个文件。"
        )


class FileTooLargeError(DrafterError):
    """The file is beyond the documented limit."""

    def __init__(self, *, path: Path | str, size: int, limit: int) -> None:
        super().__init__(
            f"“{path}”有 {size / 2**20:.1f} MB，超过 {limit // 2**20} MB 的上限。"
            "一份年度报告远小于此，请确认选对了文件。"
        )


class NoReportError(DrafterError):
    """The text has neither a heading nor anything that belongs to one of the four parts."""

    def __init__(self, *, path: Path | str) -> None:
        super().__init__(
            f"在“{path}”里没有找到法治政府建设年度报告：既没有章节标题，也没有举措成效、履职、不足或下年安排的内容。"
            "请确认文件内容完整。"
        )


class NoYearError(DrafterError):
    """Neither the report nor the user says which year it is about.

    Args:
        asked: What `--year` of the command means: the year of the `draft`, that of the `report`,
            or that of the `final` file, whose title had better say it; None where the command has
            no such option.
    """

    def __init__(
        self, *, path: Path | str, asked: Literal["draft", "report", "final"] | None = "report"
    ) -> None:
        super().__init__(f"在“{path}”里看不出是哪一年的报告。{_YEAR_ADVICE[asked]}。")


_YEAR_ADVICE = {
    "draft": "请用 --year 指明要起草哪一年的报告，例如上年报告是 2024 年度的，写 --year 2025",
    "report": "请用 --year 指明这份报告的年份，例如 --year 2025",
    None: "请在报告的标题里写明年份后再试",
    "final": "请在报告的标题里写明年份；标题里本来不写的，用 --year 指明，例如 --year 2025",
}
"""What `--year` of a command means → what to do where no year is known."""


class SameYearError(DrafterError):
    """Two of the reports that a draft is to be made from are of one year."""

    def __init__(self, *, names: tuple[str, str], year: int) -> None:
        super().__init__(
            f"“{names[0]}”和“{names[1]}”都是 {year} 年度的，不知道以哪一份为准。"
            "请只留下要用的一份再试。"
        )


class YearOrderError(DrafterError):
    """The year asked for does not come after the report it is to be drafted from."""

    exit_code = ExitCode.USAGE

    def __init__(self, *, wanted: int, base: int) -> None:
        super().__init__(
            f"要起草的是 {wanted} 年度，可底稿已经是 {base} 年度的。"
            "请用 --year 指明底稿之后的年份。"
        )


class TargetExistsError(DrafterError):
    """The output exists and `--force` was not given.

    Args:
        option: The option that names the output; None where an argument names its folder.
    """

    def __init__(self, *, path: Path | str, option: str | None = "-o") -> None:
        instead = f"用 {option} 另取文件名" if option else "另选一个文件夹"
        super().__init__(f"“{path}”已经存在，没有改动它。如要覆盖请加 --force，或{instead}。")


class _Obstacle(NamedTuple):
    """Why something cannot be written, and what to do about it."""

    reason: str
    advice: str


_OTHER_DISK = "请清理磁盘，或换一个位置再试"
_CLOSE_IT = "如果该文件正在 Word 或 WPS 中打开，请先关闭；否则请换一个文件夹"
_NO_ACCESS = _Obstacle("没有写入权限，或文件正被其他程序打开", _CLOSE_IT)
_NO_FOLDER = _Obstacle("文件夹不存在", "请先建好这个文件夹，或换一个位置再试")
_OF_DISKS = {
    errno.EROFS: _Obstacle("所在的磁盘是只读的", "请换一个位置再试"),
    errno.ENOSPC: _Obstacle("磁盘已满", _OTHER_DISK),
    errno.EDQUOT: _Obstacle("磁盘配额已用完", _OTHER_DISK),
}
_OF_FILES = _OF_DISKS | {
    errno.ENOENT: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EISDIR: _Obstacle("这是文件夹，不是文件", "请在后面写上文件名再试"),
    errno.EACCES: _NO_ACCESS,
    errno.EPERM: _NO_ACCESS,
    errno.EBUSY: _Obstacle("文件正被其他程序打开", _CLOSE_IT),
    errno.EFBIG: _Obstacle("文件太大", _OTHER_DISK),
    errno.ENAMETOOLONG: _Obstacle("文件名太长", "请换一个短些的文件名再试"),
    errno.EINVAL: _Obstacle("系统不接受这个文件名", "请换一个文件名再试"),
}
_ELSEWHERE = "请换一个文件夹"
_FILE_IN_THE_WAY = "请把那个文件改名，或换一个位置再试"
_NO_RIGHT = _Obstacle("没有写入权限", _ELSEWHERE)
_OF_FOLDERS = _OF_DISKS | {
    errno.ENOENT: _NO_FOLDER,
    errno.ENOTDIR: _Obstacle("它上面有一级是文件，不是文件夹", _FILE_IN_THE_WAY),
    errno.EEXIST: _Obstacle("已有同名的文件", _FILE_IN_THE_WAY),
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.ENAMETOOLONG: _Obstacle("文件夹名太长", "请换一个短些的文件夹名再试"),
    errno.EINVAL: _Obstacle("系统不接受这个文件夹名", "请换一个文件夹名再试"),
}


class TargetUnwritableError(DrafterError):
    """The output cannot be written: folder missing, read-only or full, or file open elsewhere.

    Args:
        cause: What the system said; a ValueError is a path that no system takes (a NUL in it).
    """

    obstacles: ClassVar = _OF_FILES
    usual_advice: ClassVar = _CLOSE_IT

    def __init__(self, *, path: Path | str, cause: OSError | ValueError) -> None:
        code = (cause.errno or 0) if isinstance(cause, OSError) else errno.EINVAL
        said = getattr(cause, "strerror", None) or cause
        unknown = _Obstacle(f"系统报告“{said}”", self.usual_advice)
        reason, advice = self.obstacles.get(code, unknown)
        super().__init__(f"无法写入“{path}”：{reason}。{advice}。")


class FolderUnwritableError(TargetUnwritableError):
    """The folder for the output cannot be made, or nothing can be written in it."""

    obstacles: ClassVar = _OF_FOLDERS
    usual_advice: ClassVar = _ELSEWHERE


class TargetOpenError(TargetUnwritableError):
    """The output is open in Word, WPS or LibreOffice, as the file beside it says.

    Args:
        sign: Name of that file; it stays behind where the program ended without closing.
    """

    def __init__(self, *, path: Path | str, sign: str) -> None:
        DrafterError.__init__(
            self,
            f"“{path}”正在 Word 或 WPS 中打开，没有写入。请关闭后再试；"
            f"确实没有打开的，删去同一文件夹里的“{sign}”再试。",
        )


class WrongSuffixError(DrafterError):
    """The output is to be named like a file of another format."""

    exit_code = ExitCode.USAGE

    def __init__(self, *, path: Path | str, option: str) -> None:
        super().__init__(
            f"“{path}”不是 Word 文件的名字：写出的是 .docx，换成别的扩展名会打不开。"
            f"请把 {option} 的文件名改成以 .docx 结尾。"
        )


class OutputError(DrafterError):
    """Standard output does not take the results: a full disk behind `>`."""

    def __init__(self, *, reason: str) -> None:
        super().__init__(
            f"结果写不到标准输出：系统报告“{reason}”。请检查重定向到的文件和磁盘空间后重试。"
        )


class TargetIsInputError(DrafterError):
    """The output is one of the files that were read.

    Args:
        option: The option that names the output; None where an argument names its folder.
    """

    def __init__(self, *, path: Path | str, option: str | None = "-o") -> None:
        instead = f"用 {option} 另取文件名" if option else "另选一个文件夹"
        super().__init__(f"“{path}”就是读入的文件，不会覆盖原件。请{instead}。")


class DataFileError(DrafterError):
    """One or more mistakes in the YAML of a schemas folder; all of them are told at once.

    Args:
        problems: (file, line from 1 or None, what is wrong and how to mend it), at least one.
    """

    def __init__(self, problems: tuple[tuple[str, int | None, str], ...]) -> None:
        self.problems = problems
        rows = [
            f"{file} 第 {line} 行：{text}" if line else f"{file}：{text}"
            for file, line, text in problems
        ]
        super().__init__("数据文件有误，请改正后重试：", *(f"  {row}" for row in rows))


class TemplateError(DrafterError):
    """A template of an office cannot be used.

    Args:
        name: The template file.
        line: Line from 1, or None.
        problem: What is wrong and how to mend it, in Chinese, without a final stop.
    """

    def __init__(self, *, name: str, problem: str, line: int | None = None) -> None:
        self.name, self.line, self.problem = name, line, problem
        place = f"第 {line} 行" if line else ""
        super().__init__(f"模板“{name}”{place}有误：{problem}。")


class UnknownNameError(DrafterError):
    """A template, profile or rule is asked for by a name that does not exist."""

    exit_code = ExitCode.USAGE

    def __init__(self, *, kind: str, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"没有名为“{name}”的{kind}。可用的有：{'、'.join(known)}。")


class ComparisonOrderError(DrafterError):
    """Two reports that are to be compared are not of two years, the older one given as last.

    Args:
        option: By which the older one was named; None where the years tell which it is.
    """

    def __init__(
        self, *, now: str, last: str, years: tuple[int | None, int | None], option: str | None
    ) -> None:
        how = f"，上一年的用 {option} 给出" if option else ""
        told = "、".join(f"{year}年" for year in dict.fromkeys(years) if year) or "同一份"
        super().__init__(
            f"“{now}”不能和“{last}”对照：两份应是前后两年的报告，现在是{told}的。"
            f"请确认文件没有选错{how}。"
        )


class NotWordError(DrafterError):
    """Comments and clean copies are made of Word files only."""

    def __init__(self, *, path: Path | str) -> None:
        super().__init__(
            f"“{path}”不是 .docx 文件，不能在里面加批注或清稿。"
            "请在 Word 或 WPS 中另存为 .docx 再试。"
        )


class NotWorkbookError(DrafterError):
    """The file is no workbook (采集表) that drafter made."""

    def __init__(self, *, path: Path | str, reason: str) -> None:
        super().__init__(
            f"“{path}”不是 drafter 的采集表：{reason}。"
            "请用 drafter new --workbook 生成的表格填写；如果是 .xls 或 .et，请先另存为 .xlsx。"
        )


class NotSkeletonError(DrafterError):
    """The file is no Word draft (初稿) that drafter made.

    Attributes:
        reason: What is wrong with it.
    """

    def __init__(self, *, path: Path | str, reason: str) -> None:
        self.reason = reason
        super().__init__(
            f"“{path}”不是 drafter 的初稿：{reason}。"
            "请用 drafter new 生成的文件；如果是 .doc 或 .wps，请先另存为 .docx。"
        )


class UnannotatableError(DrafterError):
    """Remarks cannot be written into the file, although its text could be read."""

    def __init__(self, *, path: Path | str, reason: str) -> None:
        super().__init__(
            f"批注写不进“{path}”：{reason}。"
            "请在 Word 或 WPS 中打开它，另存为普通的 .docx 再试；检查的结果不受影响。"
        )


class NothingToReadError(DrafterError):
    """A batch was given folders without a single file that could be a report."""

    def __init__(self, *, paths: tuple[str, ...]) -> None:
        super().__init__(
            f"在{'、'.join(f'“{path}”' for path in paths[:3])}{'等处' if len(paths) > 3 else ''}"  # noqa: PLR2004
            "里没有找到可以读的报告文件（.docx、.doc、.wps、.txt、.pdf、.html 等）。"
            "请检查文件夹是否选对；隐藏文件和 drafter 自己写出的文件不算。"
        )


class FolderIsInputError(DrafterError):
    """The folder for the results is one that reports are read from."""

    def __init__(self, *, path: Path | str) -> None:
        super().__init__(
            f"“{path}”同时是读入报告的文件夹，初稿写进去会和原件混在一起。请用 -o 另给一个文件夹。"
        )


class EditedOutputError(DrafterError):
    """A file that is to be written anew is not as drafter left it."""

    def __init__(self, *, path: Path | str) -> None:
        super().__init__(
            f"“{path}”不是 drafter 写出时的样子，可能有人改过，没有覆盖它。"
            "请把它改名或移走后重试；加 --force 会把它另存在旁边，再写新的。"
        )


class WorkerDiedError(DrafterError):
    """The process that worked on a file of a batch was ended from outside or crashed."""

    def __init__(self, *, path: Path | str) -> None:
        super().__init__(
            f"处理“{path}”的进程意外中止，可能是内存不足，或文件损坏。"
            "请在 Word 或 WPS 中打开它，确认内容完整后另存为 .docx 再试。"
        )


class UnexpectedError(DrafterError):
    """A fault of drafter's own that must not stop the other files of a batch.

    Args:
        kind: Name of the exception.
    """

    def __init__(self, *, path: Path | str, kind: str) -> None:
        super().__init__(
            f"处理“{path}”时程序出错（{kind}），这份报告没有办成。"
            "请另存为 .docx 再试；仍不行的，请把这句话告诉开发者。"
        )


class FaultError(DrafterError):
    """A fault of drafter's own, at the end of a command.

    Args:
        kind: Name of the exception.
    """

    def __init__(self, *, kind: str) -> None:
        super().__init__(
            f"程序出错（{kind}），这一步没有办完；已经写出的文件请核对后再用。"
            "请加 --verbose 重做一遍，把显示的内容告诉开发者。"
        )


class BrokenInstallationError(DrafterError):
    """A folder that belongs to drafter itself is missing."""

    def __init__(self, *, missing: str) -> None:
        super().__init__(f"drafter 安装不完整，缺少“{missing}”文件夹。请重新安装后再试。")
