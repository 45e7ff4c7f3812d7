### Lo que se dice en varios idiomas.

reading-also-in = También en:
