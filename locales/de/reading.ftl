### Was in mehreren Sprachen gesagt wird.

reading-also-in = Auch auf:
