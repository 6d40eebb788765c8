"""drafter: rolls a 法治政府建设年度报告 forward into next year's skeleton."""

__version__ = "0.1.0"
