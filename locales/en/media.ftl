### Photos: why one was not taken, and what helps.

media-problem-empty = The file is empty. Choose another one.
media-problem-too-large = The photo is larger than { $size } MB. Choose a smaller one.
media-problem-not-a-picture = This is not a photo that can be shown here. JPEG, PNG, GIF and WebP work.
media-problem-unsupported-format = { $format } pictures cannot be shown here. Save it as JPEG or PNG and try again.
media-problem-too-many-pixels = The picture has more dots than can be handled here. Make it smaller and try again.
media-problem-too-many-frames = This animation has too many frames. Choose a shorter one.
media-problem-damaged = The picture is damaged and could not be read to its end. Save it anew and try again.
media-problem-took-too-long = Reading this picture took too long. Save it as JPEG and try again.
media-problem-storage-full = There is no room for more photos on this server right now. The operators have to make some; your text is safe.
media-problem-quota = Your photos have used up your { $size } MB. Delete some you no longer need, then try again.
media-problem-gone = One of the photos is no longer there. Choose it again.
media-problem-processing = One of the photos is not ready yet. Try again in a moment.
