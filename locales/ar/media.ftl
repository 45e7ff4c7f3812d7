### Photos: why one was not taken, and what helps.

media-problem-empty = الملف فارغ. اختر ملفًا آخر.
media-problem-too-large = الصورة أكبر من { $size } ميغابايت. اختر صورة أصغر.
media-problem-not-a-picture = هذه ليست صورة يمكن عرضها هنا. الأنواع المقبولة: JPEG وPNG وGIF وWebP.
media-problem-unsupported-format = لا يمكن عرض صور { $format } هنا. احفظها بصيغة JPEG أو PNG ثم حاول مرة أخرى.
media-problem-too-many-pixels = عدد نقاط الصورة أكبر مما يمكن معالجته هنا. صغّرها ثم حاول مرة أخرى.
media-problem-too-many-frames = عدد إطارات هذه الصورة المتحركة كبير جدًا. اختر واحدة أقصر.
media-problem-damaged = الصورة تالفة وتعذّرت قراءتها حتى نهايتها. احفظها من جديد ثم حاول مرة أخرى.
media-problem-took-too-long = استغرقت قراءة هذه الصورة وقتًا طويلًا. احفظها بصيغة JPEG ثم حاول مرة أخرى.
media-problem-storage-full = لا يوجد متسع لمزيد من الصور على هذا الخادم الآن. على القائمين عليه توفير مساحة، ونصّك محفوظ.
media-problem-quota = ملأت صورك المساحة المخصصة لك وهي { $size } ميغابايت. احذف ما لم تعد تحتاج إليه ثم حاول مرة أخرى.
media-problem-gone = إحدى الصور لم تعد موجودة. اخترها مرة أخرى.
media-problem-processing = إحدى الصور ليست جاهزة بعد. حاول مرة أخرى بعد لحظات.
