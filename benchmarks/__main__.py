"""`make bench`: every benchmark, one after the other."""

from benchmarks import checking, reading, word

if __name__ == "__main__":
    word.main()
    checking.main()
    reading.main()
