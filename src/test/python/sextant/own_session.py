"""Tries to profile a DataFrame in a session that was started without Sextant's jar: PAIRS MODEL."""

import sys

import sextant
from pyspark.sql import SparkSession

spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", False).getOrCreate()
sextant.profile(spark.read.parquet(sys.argv[1]), model=sys.argv[2], progress=False)
