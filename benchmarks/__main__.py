"""`make bench`: every benchmark, one after the other."""

from benchmarks import word

if __name__ == "__main__":
    word.main()
