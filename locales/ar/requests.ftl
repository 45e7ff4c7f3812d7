### What the door says about requests and uploads.

error-not-understood = تعذّر فهم ما أرسلته. ارجع وأعد تحميل الصفحة ثم حاول مرة أخرى.
error-origin = أُرسل هذا النموذج من موقع آخر، لذلك لم يُنفَّذ شيء. افتح الصفحة هنا وأرسله منها.
error-photo-too-large = هذه الصورة كبيرة جدًا. الحد الأقصى للصورة الواحدة { $max } ميغابايت.
error-too-many-photos = هذا عدد كبير من الصور لمنشور واحد. الحد الأقصى هو { $max }.
error-go-home = الذهاب إلى الصفحة الرئيسية
