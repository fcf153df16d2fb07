"""Parses a policy in every dialect with sqlglot: npm run build, pip install sqlglot, python3 scripts/parse-sql.py [POLICY]."""

import subprocess
import sys

import sqlglot

names = {"postgresql": "postgres", "mariadb": "mysql"}
dialects = "duckdb postgresql sqlite mariadb clickhouse spark trino bigquery snowflake tsql".split()
policies = sys.argv[1:] or ["standard"]

for policy in policies:
    given = [] if policy == "standard" else ["--policy", policy]
    for dialect in dialects:
        command = ["node", "dist/cli.js", "sql", "--dialect", dialect, "--no-config", *given]
        sql = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        sqlglot.parse_one(sql, dialect=names.get(dialect, dialect), error_level=sqlglot.ErrorLevel.RAISE)
        print(f"{policy} in {dialect}: parsed by sqlglot {sqlglot.__version__}")
