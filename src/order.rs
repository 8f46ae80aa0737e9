//! Sorting by one function for all types.
//!
//! The standard library's sort is made anew for each type and each key, and a stable one is three to nine kilobytes: a
//! sixth of the code of the module that every reader's browser loads. What is sorted here are always pairs of numbers.

/// Sorts by two numbers, the first one first; what is alike stays in its order. As quick as the sort of slices.
pub fn sort_by_numbers<T>(items: &mut [T], numbers: impl Fn(&T) -> (usize, usize)) {
    let mut order: Vec<(usize, usize, usize)> = Vec::with_capacity(items.len());
    order.extend(items.iter().enumerate().map(|(at, item)| {
        let (first, second) = numbers(item);
        (first, second, at)
    }));
    order.sort_unstable();
    // Each place gets its item; what stood there goes to where that item came from, whose turn is next.
    for start in 0..items.len() {
        let mut place = start;
        loop {
            let from = std::mem::replace(&mut order[place].2, place);
            if from == start || from == place {
                break;
            }
            items.swap(place, from);
            place = from;
        }
    }
}

/// [`sort_by_numbers`] by one number.
pub fn sort_by_number<T>(items: &mut [T], number: impl Fn(&T) -> usize) {
    sort_by_numbers(items, |item| (number(item), 0));
}

/// A number that is smaller where a probability is greater.
pub fn likeliest(probability: f32) -> usize {
    // The bits of floating-point numbers that are not negative are in the order of the numbers.
    !(probability.to_bits() as usize)
}

#[cfg(test)]
mod tests {
    use super::{likeliest, sort_by_number, sort_by_numbers};

    #[test]
    fn the_order_is_that_of_a_stable_sort() {
        for length in 0..200_usize {
            // Few numbers, so that many are alike.
            let items: Vec<_> = (0..length).map(|at| (at * 7919 % 13 % 5, at * 104_729 % 31 % 7, at)).collect();
            let (mut sorted, mut expected) = (items.clone(), items);
            expected.sort_by_key(|&(first, second, _)| (first, second));
            sort_by_numbers(&mut sorted, |&(first, second, _)| (first, second));
            assert_eq!(sorted, expected);
            expected.sort_by_key(|&(_, second, _)| usize::MAX - second);
            sort_by_number(&mut sorted, |&(_, second, _)| usize::MAX - second);
            assert_eq!(sorted, expected);
        }
    }

    #[test]
    fn the_likeliest_comes_first() {
        let mut probabilities = [0.2, 1.0, 0.0, 0.9, 1e-9];
        sort_by_number(&mut probabilities, |&probability| likeliest(probability));
        assert_eq!(probabilities, [1.0, 0.9, 0.2, 1e-9, 0.0]);
    }
}
