"""`make bench`: every benchmark, one after the other."""

from benchmarks import checking, moving, reading, recognition, round_trip, word

if __name__ == "__main__":
    word.main()
    checking.main()
    recognition.main([])
    round_trip.main([])
    reading.main()
    moving.main()
