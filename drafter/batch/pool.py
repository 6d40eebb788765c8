"""Many jobs over several processes (多进程), a few at a time, whatever becomes of a process."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from ctypes import c_bool
from itertools import chain, islice
from multiprocessing.connection import wait as wait_for
from typing import Any

from drafter.batch.outcome import Job, Outcome
from drafter.errors import WorkerDiedError

Work = Callable[[Job], Outcome]
Done = Callable[[Outcome], None]

_AHEAD = 4
"""Jobs in flight for each process: so many that none waits, so few that memory stays flat."""
_CONTEXT = multiprocessing.get_context("spawn")  # the only way that is the same on all systems


def run_jobs(jobs: Iterator[Job], done: Done, count: int, work: Work) -> None:
    """Does all jobs, in `count` processes or in this one, and tells each outcome as it comes.

    A job whose process dies is done once more, alone: its neighbours in the pool died with it and
    cannot be told from it. The one that kills its process again is told as failed.

    Args:
        jobs: Taken a few at a time.
        done: Called in this process, in any order of jobs.
        count: Number of processes, at least 1.
        work: Importable by name.

    Raises:
        KeyboardInterrupt: The user has had enough; what was finished has been told.
    """
    first = list(islice(jobs, 2))
    rest = chain(first, jobs)
    if count == 1 or len(first) < 2:  # noqa: PLR2004 -- a single job is done before a process starts
        for job in rest:
            done(work(job))
        return
    while suspects := _run_until_break(rest, done, count, work):
        _one_by_one(suspects, done, work)


def _run_until_break(jobs: Iterator[Job], done: Done, count: int, work: Work) -> list[Job]:
    """Does jobs until none is left or a process dies; returns those it may have died of."""
    open_jobs: dict[str, Job] = {}
    flying: dict[Future[Outcome | None], str] = {}
    with _pool(count, flying, done) as pool:
        try:
            while True:
                for job in islice(jobs, count * _AHEAD - len(open_jobs)):
                    open_jobs[job.key] = job
                    with _held_back():
                        flying[pool.submit(_guarded, work, job)] = job.key
                if not flying:
                    return []
                for future in wait(flying, return_when=FIRST_COMPLETED).done:
                    outcome = future.result()
                    del open_jobs[flying.pop(future)]
                    _tell(outcome, done)
        except BrokenProcessPool:
            flying.clear()
            return list(open_jobs.values())


def _one_by_one(jobs: list[Job], done: Done, work: Work) -> None:
    """Does each job while no other is in work, so that it is clear which one a process died of."""
    left = deque(jobs)
    while left:
        with _pool(1, {}, done) as pool:
            try:
                while left:
                    with _held_back():
                        future = pool.submit(_guarded, work, left[0])
                    _tell(future.result(), done)
                    left.popleft()
            except BrokenProcessPool:
                done(_died(left.popleft()))


def _died(job: Job) -> Outcome:
    error = str(WorkerDiedError(path=job.source))
    return Outcome(job.key, job.target, job.fingerprint, written=job.written, error=error)


def _tell(outcome: Outcome | None, done: Done) -> None:
    if outcome is not None:
        done(outcome)


@contextmanager
def _pool(
    count: int, flying: dict[Future[Outcome | None], str], done: Done
) -> Iterator[ProcessPoolExecutor]:
    """A pool that is stopped on any way out, as soon as the files in work are finished."""
    stop = _CONTEXT.RawValue(c_bool)  # no lock, which a process that dies could keep
    pool = ProcessPoolExecutor(count, _CONTEXT, initializer=_start, initargs=(stop,))
    try:
        yield pool
    except KeyboardInterrupt:
        stop.value = True
        pool.shutdown(cancel_futures=True)
        for future in flying:
            if future.done() and not future.cancelled() and future.exception() is None:
                _tell(future.result(), done)
        raise
    finally:
        stop.value = True
        pool.shutdown(cancel_futures=True)


@contextmanager
def _held_back() -> Iterator[None]:
    """Ctrl-C is heard afterwards, not while a job is handed over and a process may be started.

    The mask is for that process, which inherits it until `_start`; the handler is for this one,
    where a thread that runs beside may be the one that receives the signal. Windows has no masks.
    """
    handler = signal.getsignal(signal.SIGINT)  # None: set by a library in C
    if not hasattr(signal, "pthread_sigmask") or not _is_main() or handler is None:
        yield
        return
    came: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _frame: came.append(number))
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        signal.signal(signal.SIGINT, handler)
        if came:
            signal.raise_signal(signal.SIGINT)


def _is_main() -> bool:
    """Whether this thread may say what signals do."""
    return threading.current_thread() is threading.main_thread()


# ------------------------------------------------------------- in the worker


class _Worker:
    """The state of a worker process."""

    stop: Any = None
    is_ending = False
    busy = threading.Lock()


def _start(stop: Any) -> None:  # noqa: ANN401 -- a ctypes value has no name for its type
    """A worker leaves no half a file behind: it ends between two files, never within one."""
    _Worker.stop = stop
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches it too; the parent sees to it
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    signal.signal(signal.SIGTERM, _end)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _guarded(work: Work, job: Job) -> Outcome | None:
    if _Worker.stop.value:
        return None
    with _Worker.busy:
        outcome = work(job)
    if _Worker.is_ending:
        os._exit(1)
    return outcome


def _end(_signal: int, _frame: object) -> None:
    _Worker.is_ending = True
    if not _Worker.busy.locked():
        os._exit(1)


def _end_with_parent() -> None:
    """Without it, a worker whose parent was killed would wait for jobs for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        with _Worker.busy:
            os._exit(1)
