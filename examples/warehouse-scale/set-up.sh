#!/bin/sh
# Makes a Python of its own with Apache Spark in it; Spark takes Java 17.
set -eu
cd "$(dirname "$0")/../.."
python3 -m venv .cache/warehouse-scale
.cache/warehouse-scale/bin/pip install --quiet --disable-pip-version-check -r examples/warehouse-scale/requirements.txt
