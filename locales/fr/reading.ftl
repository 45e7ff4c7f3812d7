### Ce qui est dit en plusieurs langues.

reading-also-in = Aussi en :
