### What the door says about requests and uploads.

error-not-understood = What you sent could not be understood. Go back, reload the page and try again.
error-origin = This form was sent from another site, so nothing was done. Open the page here and send it from there.
error-photo-too-large = This photo is too large. One photo may have up to { $max } MB.
error-too-many-photos = That is too many photos for one post. Up to { $max } fit.
error-go-home = Go to the start page
