-- The placeholder of a photo that apps read, beside the one of the pages.
ALTER TABLE media ADD COLUMN blurhash TEXT;
