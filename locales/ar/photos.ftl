### صورة واحدة في صفحة خاصة بها.

photos-photo = صورة
photos-of = صورة من { $name }
photos-position = الصورة { $position } من { $total }
photos-to-post = إلى المنشور
photos-largest = بالحجم الكامل
photos-describe = الوصف
photos-describe-hint = قل ما الذي تُظهره الصورة لمن لا يستطيع رؤيتها.
flash-photo-described = حُفظ الوصف.
flash-photo-removed = أُزيلت الصورة.
