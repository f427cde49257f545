"""Charts of a project page: geometry from what was reported and planned, no words.

A chart is drawn without a viewBox: places are per cent of its width and height with at most two
decimals, so that letters keep their size and every machine writes the same bytes. The words, and
how to call each chart, stand in ``templates/components/``.
"""
