"""ค้นหา: the index that the search page reads: grams of two to four characters, and no segmenter.

What a file holds, byte by byte, stands in ``README.md`` of this folder.
"""
