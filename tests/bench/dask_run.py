"""The per-file function under an existing engine: `dask_run.py REPORTS OUT [WORKERS | ADDRESS]`.

Dask is no dependency of drafter. Install both in an environment of their own:

    python -m venv engine && engine/bin/pip install drafter "dask[distributed]"
    engine/bin/python tests/bench/dask_run.py 报告/ 初稿/ 2
    engine/bin/python tests/bench/dask_run.py 报告/ 初稿/ tcp://scheduler:8786

`process_file` takes a small job and returns a small outcome, and depends on nothing but the files
that the job names: any engine that can map a function over a list will do. With workers on several
machines, the reports and the output folder must have the same paths on all of them.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from dask.distributed import (  # type: ignore[import-not-found]  # no dependency of ours
    Client,
    LocalCluster,
    as_completed,
)

from drafter.batch import BatchOptions, Outcome, find_items, fingerprint_of, job_for, process_file


def run(client: Client, reports: Path, out: Path) -> list[Outcome]:
    """All reports of a folder, drafted by the workers of a cluster; outcomes as they arrive."""
    options = BatchOptions(out)
    fingerprint = fingerprint_of(options)
    jobs = [job_for(item, options, fingerprint) for item in find_items([reports], out)]
    futures = client.map(process_file, jobs, pure=False, batch_size=100)
    return [outcome for _, outcome in as_completed(futures, with_results=True)]


def main() -> None:
    """The command line."""
    reports, out = Path(sys.argv[1]).absolute(), Path(sys.argv[2]).absolute()
    where = sys.argv[3] if len(sys.argv) > 3 else "2"
    cluster = (
        LocalCluster(n_workers=int(where), threads_per_worker=1, dashboard_address=None)
        if where.isdecimal()
        else where
    )
    with Client(cluster) as client:
        start = time.perf_counter()
        outcomes = run(client, reports, out)
        seconds = time.perf_counter() - start
    failed = [outcome for outcome in outcomes if outcome.error]
    sys.stdout.write(f"{len(outcomes)} 份，{len(failed)} 份没有初稿，{seconds:.1f} 秒\n")


if __name__ == "__main__":
    main()
